using System.Text.Json.Serialization;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.MfaDevices;
using IamConsole.Web.Sessions;

namespace IamConsole.Web.AccountSettings;

/// <summary>What the form of the MFA policy holds.</summary>
public sealed class MfaPolicyForm : IKept
{
    // Offered when MFA is made a requirement for the first time.
    private const int UsualGrace = 14;

    /// <summary>To be filled by a reader.</summary>
    [JsonConstructor]
    public MfaPolicyForm()
    {
    }

    /// <summary>Filled with a policy.</summary>
    public MfaPolicyForm(MfaPolicy policy)
    {
        IsRequired = policy.IsRequired;
        GraceDays = NumberText.Of(policy.IsRequired ? policy.GraceDays : UsualGrace);
        (Keys, Apps, Tokens) = (policy.AllowsSecurityKeys, policy.AllowsVirtualDevices, policy.AllowsHardwareTokens);
    }

    public bool IsRequired { get; set; }

    public string? GraceDays { get; set; }

    public bool Keys { get; set; }

    public bool Apps { get; set; }

    public bool Tokens { get; set; }

    /// <summary>As the use case wants it.</summary>
    [JsonIgnore]
    public WantedMfaPolicy Wanted => new(IsRequired, NumberText.Read(GraceDays),
    [
        .. Keys ? [MfaDeviceKind.SecurityKey] : Array.Empty<MfaDeviceKind>(),
        .. Apps ? [MfaDeviceKind.Virtual] : Array.Empty<MfaDeviceKind>(),
        .. Tokens ? [MfaDeviceKind.Hardware] : Array.Empty<MfaDeviceKind>(),
    ]);
}
