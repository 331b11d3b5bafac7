using System.Globalization;
using System.Text.Json;
using IamConsole.Core.Accounts;
using IamConsole.Core.Policies.Language;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Permissions;

/// <summary>The condition keys of a request (IAM User Guide, "AWS global condition context keys").</summary>
public static class ConditionKeys
{
    /// <summary>Whether the session is MFA-authenticated; console sessions always have the key.</summary>
    public const string MfaPresent = "aws:MultiFactorAuthPresent";

    /// <summary>Seconds since the last proof of a device; only after one.</summary>
    public const string MfaAge = "aws:MultiFactorAuthAge";

    /// <summary>The IAM user's name; root has none.</summary>
    public const string UserName = "aws:username";

    /// <summary>The user's identifier; root's is the account number.</summary>
    public const string UserId = "aws:userid";

    /// <summary><c>Account</c> for root, <c>User</c> for an IAM user.</summary>
    public const string PrincipalType = "aws:PrincipalType";

    /// <summary>The caller's ARN.</summary>
    public const string PrincipalArn = "aws:PrincipalArn";

    /// <summary>The caller's account.</summary>
    public const string PrincipalAccount = "aws:PrincipalAccount";

    /// <summary>The account of what is acted upon.</summary>
    public const string ResourceAccount = "aws:ResourceAccount";

    /// <summary>Now, ISO 8601.</summary>
    public const string CurrentTime = "aws:CurrentTime";

    /// <summary>Now, in seconds since 1970.</summary>
    public const string EpochTime = "aws:EpochTime";

    /// <summary>The client's address, as far as it can be trusted.</summary>
    public const string SourceIp = "aws:SourceIp";

    /// <summary>What the browser calls itself.</summary>
    public const string UserAgent = "aws:UserAgent";

    /// <summary>Tags of the caller: the prefix of the key.</summary>
    public const string PrincipalTag = "aws:PrincipalTag/";

    /// <summary>Tags of the user acted upon: the prefix of the key.</summary>
    public const string ResourceTag = "aws:ResourceTag/";

    /// <summary>A security key's registration: <c>Create</c>, then <c>Activate</c>.</summary>
    public const string RegisterSecurityKey = "iam:RegisterSecurityKey";

    /// <summary>FIDO's certification level of a security key that is activated.</summary>
    public const string FidoCertification = "iam:FIDO-certification";

    /// <summary>Its FIPS 140-2 level.</summary>
    public const string Fips1402 = "iam:FIDO-FIPS-140-2-certification";

    /// <summary>Its FIPS 140-3 level.</summary>
    public const string Fips1403 = "iam:FIDO-FIPS-140-3-certification";

    /// <summary>Every key that the product knows; those with a slash at the end are prefixes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MfaPresent, MfaAge, UserName, UserId, PrincipalType, PrincipalArn, PrincipalAccount, ResourceAccount, CurrentTime, EpochTime,
        SourceIp, UserAgent, PrincipalTag, ResourceTag, RegisterSecurityKey, FidoCertification, Fips1402, Fips1403,
    ];

    /// <summary>Those that only a security key's registration has.</summary>
    public static IReadOnlyList<string> OfKeys { get; } = [RegisterSecurityKey, FidoCertification, Fips1402, Fips1403];

    // Who asked, when, from where and how well proven: a recorded decision has them by itself.
    private static readonly HashSet<string> InColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        MfaPresent, MfaAge, UserName, UserId, PrincipalType, PrincipalArn, PrincipalAccount, ResourceAccount, CurrentTime, EpochTime, SourceIp,
    };

    internal static bool IsOfKeys(string key) => OfKeys.Contains(key, StringComparer.OrdinalIgnoreCase);

    internal static Dictionary<string, IReadOnlyList<string>> Of(
        Account account, IamUser user, Session session, ClientInfo client, DateTimeOffset now)
    {
        var keys = PolicyRequest.NewKeys();
        keys[MfaPresent] = [session.IsMfa ? "true" : "false"];
        if (session.IsMfa) keys[MfaAge] = [Whole((now - session.ProvenAt).TotalSeconds)];
        if (!user.IsRoot) keys[UserName] = [user.Name];
        keys[UserId] = [user.IsRoot ? account.Id : user.Id];
        keys[PrincipalType] = [user.IsRoot ? "Account" : "User"];
        keys[PrincipalArn] = [user.ArnIn(account)];
        keys[PrincipalAccount] = [account.Id];
        keys[ResourceAccount] = [account.Id];
        AddTime(keys, now);
        if (client.Address is { } address) keys[SourceIp] = [address];
        if (client.UserAgent is { } agent) keys[UserAgent] = [agent];
        return keys;
    }

    /// <summary>What a recorded decision does not have in columns of its own, as a JSON object.</summary>
    internal static string ToRecord(PolicyRequest request) => JsonSerializer.Serialize(
        request.Keys.Where(k => !InColumns.Contains(k.Key)).OrderBy(k => k.Key, StringComparer.Ordinal).ToDictionary(k => k.Key, k => k.Value[0]));

    /// <summary>The keys of a request of the past.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> AsRecorded(
        IReadOnlyDictionary<string, IReadOnlyList<string>> ofUser, RecordedDecision asked)
    {
        var keys = PolicyRequest.NewKeys();
        foreach (var (key, values) in ofUser.Where(k => asked.Facts is null || InColumns.Contains(k.Key))) keys[key] = values;
        keys[MfaPresent] = [asked.IsMfa ? "true" : "false"];
        keys.Remove(MfaAge);
        if (asked.MfaAge is { } age) keys[MfaAge] = [Whole(age)];
        if (asked.Address is { } address) keys[SourceIp] = [address];
        if (asked.Facts is { } facts)
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(facts)!) keys[key] = [value];
        AddTime(keys, asked.LastAt);
        return keys;
    }

    private static void AddTime(Dictionary<string, IReadOnlyList<string>> keys, DateTimeOffset at)
    {
        keys[CurrentTime] = [at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)];
        keys[EpochTime] = [at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)];
    }

    private static string Whole(double seconds) => Math.Floor(Math.Max(0, seconds)).ToString(CultureInfo.InvariantCulture);
}
