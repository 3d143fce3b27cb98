"""The write river: seed files or captures -> records -> rows -> one transaction -> the next revision."""
