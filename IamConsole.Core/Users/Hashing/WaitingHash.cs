namespace IamConsole.Core.Users.Hashing;

/// <summary>One who waits.</summary>
/// <param name="Asker">For whom.</param>
/// <param name="Run">His turn has come.</param>
/// <param name="Refuse">It never will.</param>
internal sealed record WaitingHash(HashAsker Asker, Action Run, Action<Exception> Refuse);
