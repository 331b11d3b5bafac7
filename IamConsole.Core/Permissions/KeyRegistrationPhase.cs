namespace IamConsole.Core.Permissions;

/// <summary>
/// The condition keys of a security key's registration, which is created first and activated once its level is known
/// (Service Authorization Reference, <c>iam:EnableMFADevice</c>). No other kind of device has them.
/// </summary>
public static class KeyRegistrationPhase
{
    /// <summary>Before the browser is asked.</summary>
    public static IReadOnlyDictionary<string, string> Create { get; } = new Dictionary<string, string> { [ConditionKeys.RegisterSecurityKey] = "Create" };

    /// <summary>Before the key is stored.</summary>
    /// <param name="provenCertifications">Name to level of a model that attestation proved, otherwise empty: then these keys are absent.</param>
    public static IReadOnlyDictionary<string, string> Activate(IReadOnlyDictionary<string, string> provenCertifications)
    {
        var facts = new Dictionary<string, string> { [ConditionKeys.RegisterSecurityKey] = "Activate" };
        foreach (var (name, level) in provenCertifications) facts[$"iam:{name}-certification"] = level;
        return facts;
    }
}
