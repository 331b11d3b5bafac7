namespace IamConsole.Core.Users;

/// <summary>What the "Create user" page asks.</summary>
/// <param name="Name">User name.</param>
/// <param name="Path">Path, "/" by default.</param>
/// <param name="Password">A console password, or null for a user without console access.</param>
/// <param name="MustChangePassword">"User must create a new password at next sign-in".</param>
/// <param name="Policies">Names of managed policies to attach; a name is unique among built-in and own ones.</param>
public sealed record NewUser(string? Name, string? Path, string? Password, bool MustChangePassword, IReadOnlyList<string> Policies)
{
    /// <summary>Hides the password: a record would print it.</summary>
    public override string ToString() => $"{nameof(NewUser)} {Name}";
}
