"""The loader: a folder of seeds enters, the dataset of a database becomes what it says, in one transaction."""
