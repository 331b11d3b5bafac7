using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.MfaDevices;
using IamConsole.Web.Controls;
using IamConsole.Web.FidoMetadata;
using Levels = IamConsole.Core.Accounts.Certifications;

namespace IamConsole.Web.MfaDevices;

/// <summary>What is known of a security key in words.</summary>
public static class KeyText
{
    private static readonly string[] Order = [Levels.Fido, Levels.Fips1402, Levels.Fips1403];

    /// <summary>"FIDO L1", "FIDO-FIPS-140-2 L2": FIDO's own first.</summary>
    public static IEnumerable<string> Certifications(IReadOnlyDictionary<string, string> certifications) =>
        certifications.OrderBy(c => Array.IndexOf(Order, c.Key) is >= 0 and var place ? place : Order.Length).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $"{c.Key} {c.Value}");

    /// <summary>Whether it can be on several devices.</summary>
    public static string Binding(MfaDeviceView device) => (device.IsBackupEligible, device.IsSynced) switch
    {
        (_, true) => "Synced",
        (true, _) => "Can be synced",
        _ => "Device-bound",
    };

    /// <summary>What speaks against the key, in few words.</summary>
    public static IEnumerable<(StatusKind Kind, string Text)> Concerns(MfaDeviceView device)
    {
        if (device.CloneSuspectedAt is not null) yield return (StatusKind.Error, "Possibly cloned");
        if (device.ModelStatus is { } status) yield return (status == StatusNames.Revoked ? StatusKind.Error : StatusKind.Warning, Status(status));
    }

    /// <summary>A status of the model, in the words of the list of products.</summary>
    public static string Status(string status) => status == StatusNames.Revoked ? "Model revoked" : ModelText.Report(status);

    /// <summary>Who vouched for the key.</summary>
    public static string Attestation(KeyDeviceFacts key, bool isModelProven) => key.AttestationType is not { } type
        ? key.AttestationFormat is null ? "Not recorded" : "Did not verify"
        : type switch
        {
            AttestationType.None => "None",
            AttestationType.Self => "Self: the key vouched for itself",
            AttestationType.Basic => isModelProven ? "Basic: the maker vouched for the model" : "Basic: by certificates of no known maker",
            AttestationType.AttestationCa => "Attestation CA",
            AttestationType.AnonymizationCa => "Anonymization CA",
        };

    /// <summary>Why no model and no certification are shown.</summary>
    public static string WhyUnproven(KeyDeviceFacts key) => (key.AttestationFormat, key.AttestationType) switch
    {
        (null, null) => "The key was registered before models were checked. Remove it and assign it again to have its model checked.",
        (_, null) => "The attestation statement that the key sent did not verify, so nothing that it says of itself is shown as a fact.",
        (_, AttestationType.None) => "The key sent no attestation. Synced passkeys have none; of other keys the browser keeps it back unless its user agrees.",
        (_, AttestationType.Self) => "The key vouched for itself alone, which proves no model.",
        _ => "The certificates that the key sent lead to no model in the FIDO metadata that were loaded when it was registered.",
    };
}
