using IamConsole.Core;
using IamConsole.Core.Permissions;

namespace IamConsole.Tests.Core.Scenarios;

/// <summary>A browser with a session.</summary>
internal sealed record SignedIn(string UserId, string Token)
{
    public Caller Caller { get; } = new(SecretToken.Hash(Token), IamScenario.Client);
}
