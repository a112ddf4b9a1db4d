"""Floor 10: the command line, one small file for each verb. Heavy imports happen inside the verb that needs them."""
