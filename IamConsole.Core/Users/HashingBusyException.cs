namespace IamConsole.Core.Users;

/// <summary>The queue of password hashes is full; nothing was checked, trying again is safe.</summary>
public sealed class HashingBusyException() : Exception("Too many passwords are waiting to be checked.");
