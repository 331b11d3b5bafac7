using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.SignIn;

/// <summary>What the second step shows.</summary>
/// <param name="Next">What is missing.</param>
/// <param name="UserName">Who signs in.</param>
/// <param name="IsRoot">Whether that is root.</param>
/// <param name="AccountLabel">Alias, or number.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Methods">The kinds the user has, the last used first, with device names.</param>
/// <param name="OffersResync">Three wrong codes: synchronising is offered.</param>
/// <param name="SkipDaysLeft">Registering a device: days in which this may be skipped, 0 when no longer.</param>
/// <param name="SkipUntil">The end of those days.</param>
/// <param name="PasswordCountsAsStolen">Why the password must be changed.</param>
/// <param name="ExpiresAt">When this sign-in ends.</param>
/// <param name="PasswordRules">What a new password must be, in one sentence.</param>
/// <param name="Offer">The hardware token to activate, while that is what is missing.</param>
public sealed record PendingSignInView(
    SignInNext Next,
    string UserName,
    bool IsRoot,
    string AccountLabel,
    string AccountId,
    IReadOnlyList<SignInMethod> Methods,
    bool OffersResync,
    int SkipDaysLeft,
    DateTimeOffset SkipUntil,
    bool PasswordCountsAsStolen,
    DateTimeOffset ExpiresAt,
    string PasswordRules,
    TokenOffer? Offer);
