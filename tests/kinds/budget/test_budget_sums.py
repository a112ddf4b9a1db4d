"""Whatever a table's shape, sums that are right are left alone and a slip in any of them is found."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from site_gen.kinds.budget.model import Budget
from site_gen.kinds.budget.sums import children, faulty_formulas, faulty_sums, keys, sums, total_row

Tree = list["Tree"] | int


def table(rows: list[tuple[int, str, str]], columns: int = 1, kinds: dict[int, str] | None = None) -> Budget:
    """A budget of (level, number, values in one line)."""
    return Budget.model_validate(
        {
            "form_no": "113",
            "title": "Thử",
            "year": "2026",
            "stage": "q1",
            "columns": [{"label": f"Cột {i}"} for i in range(columns)],
            "rows": [
                {"level": str(level), "label": f"Dòng {i}", "values": values, **({"no": no} if no else {})}
                | ({"kind": kinds[i]} if kinds and i in kinds else {})
                for i, (level, no, values) in enumerate(rows)
            ],
        }
    )


def amount(tree: Tree) -> int:
    return tree if isinstance(tree, int) else sum(amount(branch) for branch in tree)


def rows_of(tree: Tree, level: int = 1) -> list[tuple[int, str, str]]:
    below = [] if isinstance(tree, int) else [row for branch in tree for row in rows_of(branch, level + 1)]
    return [(level, "", str(amount(tree))), *below]


trees = st.recursive(st.integers(0, 10**9), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=20)


@given(tree=trees)
def test_a_table_that_adds_up_at_every_depth_has_no_fault(tree: Tree) -> None:
    assert list(faulty_sums(table(rows_of(tree)))) == []


@given(tree=trees, data=st.data(), slip=st.integers(1, 1000))
def test_a_slip_in_any_row_is_found_where_it_is_or_in_the_row_above(tree: Tree, data: st.DataObject, slip: int) -> None:
    rows = rows_of(tree)
    at = data.draw(st.integers(0, len(rows) - 1))
    level, no, values = rows[at]
    rows[at] = (level, no, str(int(values) + slip))
    budget = table(rows)
    around = {at} | {i for i in range(at) if at in children(budget.rows, i)}
    found = {f.row for f in faulty_sums(budget)}
    assert found <= around
    assert found or len(rows) == 1


def test_a_total_adds_up_its_own_level_back_to_the_total_before() -> None:
    rows = [(1, "", "1"), (2, "", "1"), (1, "", "2"), (1, "", "3"), (1, "", "4"), (1, "", "4")]
    budget = table(rows, kinds={3: "total", 5: "total"})
    assert [(s.row, s.addends) for s in sums(budget)] == [(0, (1,)), (3, (0, 2)), (5, (4,))]
    assert total_row(budget) == 5


def test_the_working_is_written_out_with_signs() -> None:
    budget = table([(1, "", "1"), (2, "", "20"), (2, "", "(30)"), (2, "", "5,5")])
    (fault,) = faulty_sums(budget)
    assert (fault.computed, fault.working) == (Decimal("-4.5"), "20 − 30 + 5,5")


def test_rows_are_called_by_the_numbers_that_lead_to_them() -> None:
    budget = table(
        [(1, "A", "1"), (2, "I", "1"), (3, "1", "1"), (3, "1.1", "0"), (1, "B", "1"), (2, "I", "1"), (2, "", "0")]
    )
    assert keys(budget) == ("A", "A.I", "A.I.1", "A.I.1.1", "B", "B.I", "dong-7")


@given(over=st.integers(0, 10**6), under=st.integers(1, 10**6), digits=st.integers(0, 2))
def test_a_percentage_rounded_as_it_is_written_holds_and_the_next_one_does_not(
    over: int, under: int, digits: int
) -> None:
    step = Decimal(1).scaleb(-digits)
    share = (Decimal(over) / Decimal(under) * 100).quantize(step)

    def faults(written: Decimal) -> int:
        budget = table([(1, "", f"{under} | {over} | {str(written).replace('.', ',')}")], 3)
        columns = [*budget.columns[:2], budget.columns[2].model_validate({"label": "%", "formula": "3=2/1"})]
        return len(list(faulty_formulas(budget.model_copy(update={"columns": tuple(columns)}))))

    assert faults(share) == 0
    assert faults(share + 2 * step) == 1
