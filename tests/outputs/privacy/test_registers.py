"""Numbers by which registers know a person, and somebody's illness, in the forms in which they are written or hidden."""

from __future__ import annotations

import pytest

from site_gen.outputs.privacy import scan

PERSONAL = [
    "thẻ BHYT GD4010123456789",
    "BHYT: GD 4 01 01 234 56789",
    "DN-4-01-0123456789",
    "mã thẻ bảo hiểm y tế 0123456789",
    "số sổ BHXH 0123 456 789",
    "BHXH: 0123.456.789",
    "bảo hiểm xã hội số 0123456789",
    "MST cá nhân 8123456789",
    "mã số thuế TNCN: 8123 456 789",
    "mã số thuế của bà H: 0312345678",
    "MST 001085012345",
    "xe biển số 29A-123.45",
    "29-X1 123.45",
    "BKS 20F1 12345",
    "biển kiểm soát 97C-01234",
    "xe máy 20-B1 567.89",
    "GCN AB 123456",
    "sổ đỏ số BK 123456",
    "giấy chứng nhận quyền sử dụng đất số BK-123456",
    "sổ hồng CS 01234567",
    "bìa đỏ số AA 123.456",
    "số phát hành CK 12 34 56",
    "CCCD 001 085 012 345",
    "CCCD: 0 0 1 0 8 5 0 1 2 3 4 5",
    "001-085-012-345",
    "001/085/012/345",
    "cccd 001_085_012_345",
    "căn cước \uff1001085012345",
    "CCCD 001\u200b085\u200b012\u200b345",
    "CMND 095.123.456",
    "CMND 095/123/456",
    "số căn cước không không một không tám năm không một hai ba bốn năm",
    "không chín một hai ba bốn năm sáu bảy tám",
    "CCCD không không 1 0 8 5 không 1 hai 3 4 5",
    "Nguyễn Văn A (01/02/1985)",
    "Trần Thị B, 12-3-1979",
    "Lê Văn C, SN 05/6/1990",
    "bà Nông Thị D s.n. 1962",
    "ông Hoàng Văn E bị ung thư gan",
    "bà Lý Thị G, nhiễm HIV từ năm 2019",
    "cháu Ma Văn H khuyết tật đặc biệt nặng",
    "số bệnh án 12345/2025",
    "mã bệnh nhân BN20251234",
    "Thẻ bảo hiểm y tế mang mã số HT3 9701 2345 6789 0",
    "BHYT (mã: TE1-40-01-2345678901)",
    "Mã BHXH của người lao động: 4720 1234 56",
    "số sổ bảo hiểm: 0120123456",
    "mã định danh bảo hiểm 0120123456",
    "Mã số thuế cá nhân (MST): 8 123 456 789",
    "MST: 8123456789-001",
    "MST hộ kinh doanh Bình: 4700123456",
    "ô tô 30G-678.90 vi phạm",
    "biển số: 99 - H7 6789",
    "phương tiện 97-B1.234.56",
    "xe mang BKS 97B1-23456",
    "xe 51F–123.45 đỗ sai quy định",
    "giấy CNQSDĐ số BX 123456",
    "Sổ hồng seri: DA123456",
    "GCNQSDĐ số phát hành AĐ 654321",
    "giấy chứng nhận số CN-765432",
    "số CMT: 095 123.456",
    "C.C.C.D 001085012345",
    "Số ĐDCN 001 085 012345",
    "CCCD số 001\u2009085\u2009012\u2009345",
    "Căn cước: 001·085·012·345",
    "cccd\u200b: 0\u200b01085012345",
    "CCCD: 001.085.012345",
    "căn cước công dân số: \U0001d7ce\U0001d7ce\U0001d7cf\U0001d7ce\U0001d7d6\U0001d7d3\U0001d7ce\U0001d7cf\U0001d7d0\U0001d7d1\U0001d7d2\U0001d7d3",
    "CCCD OO1O85O12345",
    "CCCD: 001*085*012*345",
    "căn cước 001085 0123 45",
    "chứng minh thư không chín năm một hai ba bốn năm sáu",
    "điện thoại: không chín một hai, ba bốn năm, sáu bảy tám",
    "sđt 09I2345678",
    "Bà Phạm Thị D (sinh 1958)",
    "Vũ Văn H sinh ngày mùng 5 tháng 6 năm 1990",
    "Đặng Thị L – 07/8/1988",
    "NS: 12/12/1990",
    "bà Trần Thị H đang điều trị viêm gan B",
    "Anh Bùi Văn L, tâm thần phân liệt",
    "chị Hà Thị M – nghiện ma túy",
    "em Lò Văn N bị tự kỷ",
]
OFFICIAL = [
    "Mã số thuế của UBND xã: 4700123456",
    "MST: 0101234567-001",
    "Thủ tục 1.004873.000.00.00.H45",
    "Quyết định số 12/QĐ-UBND ngày 29/3/2026",
    "Biểu 113/CK TC-NSNN",
    "số 123456/QĐ-BHXH ngày 01/02/2026",
    "Bảo hiểm y tế: 1.234 người, đạt 95,6%",
    "Thu BHXH 12.345.678.900 đồng",
    "chi bảo hiểm xã hội 1234567890 đồng",
    "Giấy chứng nhận quyền sử dụng đất: 123 giấy",
    "một hai ba bốn năm",
    "Năm 2026, 2027, 2028 và 2029",
    "Ủy ban nhân dân (05/01/2026)",
    "Nguyễn Văn A (15/3/2026)",
    "Hội người khuyết tật; hỗ trợ 12 người khuyết tật nặng",
    "bảng 3A-12, mục 29A.12",
    "TCVN ISO 9001:2015",
    "H23.45-261028-0415",
    "không một lần nào",
    "Thông tư 29/2025/TT-BTC, mẫu 01A-123",
    "Luật Bảo hiểm y tế số 51/2024/QH15",
    "tuyên truyền phòng chống HIV, lao, ma túy",
    "SN 10, đường 3/2",
    "tổng 001 002 003 004",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_a_number_or_an_ailment_of_a_person_is_found(text: str) -> None:
    assert scan(text)


@pytest.mark.parametrize("text", PERSONAL)
def test_it_is_found_inside_a_sentence_and_told_where_it_stands(text: str) -> None:
    sentence = f"Theo đơn ngày 01/3/2026: {text}; chuyển Văn phòng giải quyết."
    assert scan(sentence)
    assert all(hit.text for hit in scan(sentence))


@pytest.mark.parametrize("text", OFFICIAL)
def test_an_official_number_that_looks_alike_is_left_alone(text: str) -> None:
    assert scan(text) == []


def test_a_tax_code_of_an_organisation_is_public() -> None:
    assert scan("Mã số thuế doanh nghiệp: 4700123456") == []
    assert scan("MST cá nhân: 4700123456") != []
