using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;

namespace IamConsole.Web.MfaDevices.Assign;

/// <summary>Which step follows, and what was typed. Holds no rule and nothing of the screen.</summary>
public sealed class AssignDeviceWizard(TimeProvider clock)
{
    /// <summary>The steps' titles.</summary>
    public static readonly IReadOnlyList<string> Steps = ["Select MFA device", "Set up device"];

    /// <summary>Counted from 0.</summary>
    public int Step { get; private set; }

    /// <summary>"Device name".</summary>
    public string? DeviceName { get; set; }

    /// <summary>The chosen kind; none at first.</summary>
    public MfaDeviceKind? Kind { get; private set; }

    /// <summary>The kinds that the account lets this user be given; all until that is known.</summary>
    public IReadOnlyList<MfaDeviceKind> Allowed { get; set; } = Enum.GetValues<MfaDeviceKind>();

    /// <summary>"Serial number" of a hardware token; at first that of one which was handed out to the user.</summary>
    public string? Serial { get; set; }

    /// <summary>The two codes.</summary>
    public CodePair Codes { get; private set; } = new(clock);

    /// <summary>The ticket of step 2.</summary>
    public DeviceEnrolment? Enrolment { get; private set; }

    /// <summary>At "Device name".</summary>
    public string? NameError { get; private set; }

    /// <summary>At the tiles.</summary>
    public string? KindError { get; private set; }

    /// <summary>At "Serial number".</summary>
    public string? SerialError { get; private set; }

    /// <summary>For the step as a whole.</summary>
    public string? StepError { get; private set; }

    /// <summary>A tile was chosen.</summary>
    public void Choose(MfaDeviceKind? kind)
    {
        Kind = kind;
        KindError = null;
    }

    /// <summary>"Device name" was left: says what is wrong with what was typed, nothing about an empty field.</summary>
    public void LeaveName()
    {
        DeviceName = DeviceName?.Trim();
        NameError = string.IsNullOrEmpty(DeviceName) || MfaDeviceName.IsValid(DeviceName) ? null : MfaDeviceErrors.InvalidName.Message;
    }

    /// <summary>Whether step 1 can be sent.</summary>
    public bool CheckSelection()
    {
        ClearErrors();
        DeviceName = DeviceName?.Trim();
        if (!MfaDeviceName.IsValid(DeviceName)) NameError = MfaDeviceErrors.InvalidName.Message;
        if (Kind is null) KindError = MfaDeviceErrors.NoKind.Message;
        return NameError is null && KindError is null;
    }

    /// <summary>Step 1 was accepted: step 2 begins with fresh codes.</summary>
    public void Begin(DeviceEnrolment enrolment)
    {
        ClearErrors();
        Enrolment = enrolment;
        Codes = new CodePair(clock);
        Step = 1;
    }

    /// <summary>"Previous" keeps what was typed in step 1 and drops the ticket with its secret.</summary>
    public void GoBack()
    {
        ClearErrors();
        Enrolment = null;
        Step = 0;
    }

    /// <summary>Whether step 2 of a code device can be sent.</summary>
    public bool CheckCodes()
    {
        ClearErrors();
        if (Kind is MfaDeviceKind.Hardware && string.IsNullOrWhiteSpace(Serial)) SerialError = HardwareTokenErrors.NoSerial.Message;
        return Codes.CheckForm() && SerialError is null;
    }

    /// <summary>Shows a refusal where it belongs. A name that was taken meanwhile leads back to step 1.</summary>
    public void Refuse(Error error)
    {
        ClearErrors();
        switch (error.Field)
        {
            case MfaDeviceErrors.NameField:
                if (Step == 1) GoBack();
                NameError = error.Message;
                break;
            case MfaDeviceErrors.SerialField:
                SerialError = error.Message;
                break;
            default:
                if (!Codes.Take(error)) StepError = error.Message;
                break;
        }
    }

    private void ClearErrors() => NameError = KindError = SerialError = StepError = null;
}
