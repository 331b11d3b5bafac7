using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Dashboard;

/// <summary>What the figures of an account mean for the person who looks at them: problems first, the gravest on top.</summary>
public static class Recommendations
{
    private const string Assign = "Assign MFA device";
    private const string AssignHref = "/security-credentials/assign-mfa";

    /// <summary>The list for one person.</summary>
    /// <param name="account">What the gate lets this person see.</param>
    /// <param name="userName">The person's name.</param>
    /// <param name="isRoot">Whether that is root, who alone manages root's devices.</param>
    public static IReadOnlyList<Recommendation> For(AccountSummary account, string userName, bool isRoot)
    {
        Recommendation?[] all =
        [
            Root(account.RootDevices, isRoot),
            Expiry(account.PasswordDaysLeft),
            isRoot ? null : Own(account, userName),
            account.Figures is { } figures ? Users(figures) : null,
            account.Figures is { Tokens.ExpireSoon: > 0 and var expiring } ? Expiring(expiring) : null,
            account.Figures is { Tokens.LongUnassigned: > 0 and var idle } ? Unassigned(idle) : null,
        ];
        return [.. all.OfType<Recommendation>().OrderBy(r => Rank(r.Kind))];
    }

    private static int Rank(StatusKind kind) => kind switch
    {
        StatusKind.Error => 0,
        StatusKind.Warning => 1,
        StatusKind.Info => 2,
        _ => 3,
    };

    private static Recommendation? Root(int? devices, bool isRoot)
    {
        var (action, href, whoCan) = isRoot ? (Assign, AssignHref, "") : (null, null, " Only the root user can do it.");
        return devices switch
        {
            null => null,
            0 => new(StatusKind.Error, "Add MFA for root user", "Anyone who learns the password can do everything in this account. Assign an MFA device to the root user." + whoCan, action, href),
            1 => new(StatusKind.Warning, "The root user has only one MFA device", "If it is lost, nobody can sign in as the root user. Assign a second device." + whoCan, action, href),
            _ => new(StatusKind.Success, "Root user has MFA", "MFA protects the user that owns this account."),
        };
    }

    private static Recommendation? Expiry(int? daysLeft) => daysLeft is not { } days ? null : new(
        StatusKind.Warning, days == 1 ? "Your password expires within a day" : $"Your password expires in {Moments.Count(days, "day")}",
        "Change it in time; an expired password holds up your next sign-in.", "Change password", "/security-credentials");

    private static Recommendation Own(AccountSummary account, string userName) => (account.Own, account.MfaDueAt) switch
    {
        ({ Total: 0 }, { } due) => new(StatusKind.Warning, "You must assign an MFA device", $"Your account requires MFA: from {Moments.Exact(due)} you cannot sign in without a device.", Assign, AssignHref),
        (_, { } due) => new(StatusKind.Warning, "You must assign another MFA device", $"Your account no longer allows the kind of device that you have: from {Moments.Exact(due)} you cannot sign in without another one.", Assign, AssignHref),
        ({ Total: 0 }, null) => new(StatusKind.Warning, "You have no MFA device", "Anyone who learns your password can sign in as you.", Assign, AssignHref),
        (var own, null) => new(StatusKind.Success, $"You ({userName}) have MFA", $"{own.Total} of {MfaLimits.DevicesPerUser} devices {(own.Total == 1 ? "is" : "are")} assigned, {Phishing(own)}."),
    };

    // Only a key that checks the site's name cannot be used on a false one.
    private static string Phishing(DeviceCounts own) => own.SecurityKeys switch
    {
        0 => own.Total == 1 ? "but it does not resist phishing" : "none of them resists phishing",
        1 => own.Total == 1 ? "and it resists phishing" : "one of them resists phishing",
        var keys => $"{keys} of them resist phishing",
    };

    private static Recommendation? Users(AccountFigures figures) => figures.UsersWithoutMfa switch
    {
        0 when figures.UsersWithMfa == 0 => null,
        0 => new(StatusKind.Success, "All users with a password have MFA", "Nobody can sign in as one of them with a password alone."),
        1 => new(StatusKind.Warning, "1 user with a password has no MFA device", "Anyone who learns the password can sign in as that user.", "View users", NoMfa),
        var count => new(StatusKind.Warning, $"{Moments.Count(count, "user")} with a password have no MFA device",
            "Anyone who learns the password of one of these users can sign in as that user.", "View users", NoMfa),
    };

    private static Recommendation Expiring(int tokens) => new(
        StatusKind.Warning, $"{Tokens(tokens)} {(tokens == 1 ? "expires" : "expire")} within {TokenFigures.Soon.Days} days",
        "After that its codes may no longer be right. Replace it in time.");

    private static Recommendation Unassigned(int tokens) => new(
        StatusKind.Info, $"{Tokens(tokens)} {(tokens == 1 ? "has" : "have")} been unassigned for more than {TokenFigures.Idle.Days} days",
        "Give them to users without MFA, or take them out of the inventory.");

    private static string Tokens(int count) => count > TokenFigures.MostCounted
        ? $"More than {Moments.Count(TokenFigures.MostCounted, "hardware token")}" : Moments.Count(count, "hardware token");

    private const string NoMfa = "/users?mfa=none";
}
