using IamConsole.Core.SignIn;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>Somebody with a password, and what the scenario gave him besides.</summary>
internal sealed record Person(string AccountId, string UserId, string Name, string Password, string? RootEmail = null)
{
    /// <summary>His authenticator, if the scenario gave him one.</summary>
    public Authenticator? App { get; init; }

    public Credentials Credentials => RootEmail is null
        ? new Credentials(AccountId, Name, null, Password)
        : new Credentials(null, null, RootEmail, Password);
}
