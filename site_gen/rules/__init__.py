"""Floor 4a: judging. What a rule is, how rules are run, and the rules that hold for every kind."""
