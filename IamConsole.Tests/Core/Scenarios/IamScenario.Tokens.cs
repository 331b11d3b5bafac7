using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>The token of <see cref="BobWithHandedOutTokenAsync"/>, HT-1.</summary>
    public const string HandedOutTokenId = "token-HT-1";

    /// <summary>A user to whom a token was handed out that he has not activated.</summary>
    public async Task<(AccountWithRoot Account, SignedIn Root, Person Bob, Authenticator Token)> BobWithHandedOutTokenAsync()
    {
        var (account, root) = await SignedInRootAsync();
        var bob = await UserWithAddressAsync(account, root, "bob");
        var token = await TokenInStockAsync(Partition.Aws, "HT-1");
        (await Get<HandOutToken>().RunAsync(root.Caller, HandedOutTokenId, "bob", Ct)).Ok();
        return (account, root, bob, token);
    }

    /// <summary>What a page of the pending sign-in shows; null when it has ended.</summary>
    public Task<PendingSignInView?> ViewAsync(string pending) => Get<ReadPendingSignIn>().RunAsync(pending, Browser, Ct);

    public Task<Result<SignInStep>> ActivateAsync(string pending, TwoCodes codes) =>
        Get<ActivateToken>().RunAsync(pending, Browser, codes, Client, Ct);

    public Task<Result<SignInStep>> SkipActivationAsync(string pending) =>
        Get<SkipTokenActivation>().RunAsync(pending, Browser, Client, Ct);
}
