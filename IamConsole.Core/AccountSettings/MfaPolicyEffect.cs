using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>An MFA policy and whom it would concern at this moment. IAM users only.</summary>
/// <param name="Policy">The policy that was measured.</param>
/// <param name="WithPassword">Users with a console password.</param>
/// <param name="WithoutDevice">Those of them without any device: what the users page lists.</param>
/// <param name="Exempt">Those of them who are exempt.</param>
/// <param name="Compliant">Those not exempt who have a device of an allowed kind.</param>
/// <param name="CaughtNow">Those not exempt who have none and no grace left: their sessions end, and they register before anything else.</param>
/// <param name="InGrace">Those not exempt who have none and may still put it off.</param>
/// <param name="GraceEndsBy">The last day of grace of anybody, or null when nobody has any.</param>
/// <param name="FirstNames">Names of the first who have none, at most five.</param>
/// <param name="FirstExempt">Names of the first who are exempt, at most twenty.</param>
/// <param name="CatchesCaller">Whether the caller is one of those caught now.</param>
/// <param name="RootSignsIn">Whether the account's root user signs in at all; then MFA is always required of it.</param>
public sealed record MfaPolicyEffect(
    MfaPolicy Policy, int WithPassword, int WithoutDevice, int Exempt, int Compliant, int CaughtNow, int InGrace,
    DateTimeOffset? GraceEndsBy, IReadOnlyList<string> FirstNames, IReadOnlyList<string> FirstExempt, bool CatchesCaller,
    bool RootSignsIn)
{
    /// <summary>Users whom a requirement concerns.</summary>
    public int Concerned => WithPassword - Exempt;

    /// <summary>Those of them without a device that counts.</summary>
    public int NotCompliant => Concerned - Compliant;
}
