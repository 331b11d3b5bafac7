namespace IamConsole.Core.Users;

/// <summary>Too many passwords wait to be hashed; nothing was checked, trying again is safe.</summary>
public sealed class HashingBusyException() : Exception("Too many passwords are waiting to be checked.");
