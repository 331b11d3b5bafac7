using IamConsole.Core.Sessions;

namespace IamConsole.Core.Permissions;

/// <summary>
/// An operation of the product, in IAM's words where the original has it (Service Authorization Reference) and with
/// the prefix <c>iamconsole:</c> where it has not. The catalogue is the written matrix of who may be asked what.
/// </summary>
/// <param name="Name">The action as policies name it, e.g. <c>iam:EnableMFADevice</c>.</param>
/// <param name="Level">How far it reaches.</param>
/// <param name="Resource">What it acts on.</param>
/// <param name="Safeguards">What is asked beyond the permission.</param>
public sealed partial record IamAction(
    string Name, AccessLevel Level, ResourceType Resource, Safeguards Safeguards = Safeguards.None)
{
    // Not before the fields below are set: the order of initialisation over several files is nobody's promise.
    private static readonly Lazy<IReadOnlyList<IamAction>> Catalogue = new(() =>
    [
        .. typeof(IamAction).GetFields().Where(f => f.FieldType == typeof(IamAction)).Select(f => (IamAction)f.GetValue(null)!)
            .OrderBy(a => a.Name, StringComparer.Ordinal),
    ]);

    /// <summary>Every action of the product, ordered by name.</summary>
    public static IReadOnlyList<IamAction> All => Catalogue.Value;

    /// <summary>What the audit trail calls a call of the action: its name without the service, as CloudTrail does.</summary>
    public string EventName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The safeguards that stand against the action, whatever policies allow.</summary>
    /// <param name="isOnOneself">Whether the caller acts on himself.</param>
    /// <param name="hasDevice">Whether the caller has an MFA device.</param>
    /// <param name="session">The caller's session.</param>
    /// <param name="now">When a person asks for it.</param>
    /// <param name="proofWasFresh">A wizard that began with a fresh proof may end a little later.</param>
    internal Safeguards Against(bool isOnOneself, bool hasDevice, Session session, DateTimeOffset now, bool proofWasFresh = false)
    {
        var stops = isOnOneself ? Safeguards.OthersOnly : Safeguards.None;
        if (isOnOneself && hasDevice && !session.IsMfa) stops |= Safeguards.MfaOnOneself;
        if (!proofWasFresh && now - session.ProvenAt > SessionLimits.FreshProof) stops |= Safeguards.FreshProof;
        return stops & Safeguards;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
