using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.MfaDevices.Assign;

namespace IamConsole.Tests.Web.MfaDevices.Assign;

public sealed class AssignDeviceWizardTests
{
    [Fact]
    public void An_empty_first_step_says_so_at_the_name_and_at_the_tiles()
    {
        var wizard = new AssignDeviceWizard(TimeProvider.System);

        Assert.False(wizard.CheckSelection());
        Assert.Equal(MfaDeviceErrors.InvalidName.Message, wizard.NameError);
        Assert.Equal(MfaDeviceErrors.NoKind.Message, wizard.KindError);

        wizard.Choose(MfaDeviceKind.Virtual);
        wizard.DeviceName = " my-phone ";
        Assert.True(wizard.CheckSelection());
        Assert.Equal("my-phone", wizard.DeviceName);
        Assert.Null(wizard.NameError ?? wizard.KindError);
    }

    [Fact]
    public void A_name_is_judged_when_it_is_left_but_not_while_it_is_empty()
    {
        var wizard = new AssignDeviceWizard(TimeProvider.System);
        wizard.LeaveName();
        Assert.Null(wizard.NameError);

        wizard.DeviceName = "my phone";
        wizard.LeaveName();
        Assert.Equal(MfaDeviceErrors.InvalidName.Message, wizard.NameError);
    }

    [Fact]
    public async Task Previous_keeps_name_and_kind_and_forgets_the_secret()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var wizard = await InStepTwoAsync(iam, MfaDeviceKind.Virtual);
        Assert.NotNull(wizard.Enrolment!.Secret);

        wizard.GoBack();

        Assert.Equal((0, "my-device", MfaDeviceKind.Virtual), (wizard.Step, wizard.DeviceName, wizard.Kind));
        Assert.Null(wizard.Enrolment);
    }

    [Fact]
    public async Task A_new_secret_begins_with_empty_codes()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        var wizard = new AssignDeviceWizard(iam.Clock) { DeviceName = "my-device" };
        wizard.Begin(await iam.BeginAsync(root, root.UserId, "my-device"));
        var first = wizard.Enrolment!.Secret!.ToBase32();
        wizard.Codes.TypeFirst("123456");

        wizard.Begin(await iam.BeginAsync(root, root.UserId, "my-device"));

        Assert.NotEqual(first, wizard.Enrolment.Secret!.ToBase32());
        Assert.Null(wizard.Codes.First);
    }

    [Fact]
    public async Task A_name_that_was_taken_meanwhile_leads_back_to_its_field()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var wizard = await InStepTwoAsync(iam, MfaDeviceKind.Virtual);

        wizard.Refuse(MfaDeviceErrors.NameTaken);

        Assert.Equal((0, MfaDeviceErrors.NameTaken.Message), (wizard.Step, wizard.NameError));
    }

    [Fact]
    public async Task Refusals_stand_where_they_belong_and_what_was_typed_stays()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var wizard = await InStepTwoAsync(iam, MfaDeviceKind.Hardware);
        wizard.Serial = "GAHT1";
        wizard.Codes.TypeFirst("123456");

        wizard.Refuse(HardwareTokenErrors.NoSuchToken);
        Assert.Equal(HardwareTokenErrors.NoSuchToken.Message, wizard.SerialError);
        wizard.Refuse(MfaDeviceErrors.Code1TooOld);
        Assert.Equal((null, MfaDeviceErrors.Code1TooOld.Message), (wizard.SerialError, wizard.Codes.FirstError));
        wizard.Refuse(MfaDeviceErrors.InvalidCodes);
        Assert.Equal(MfaDeviceErrors.InvalidCodes.Message, wizard.StepError);

        Assert.Equal(("GAHT1", "123456", 1), (wizard.Serial, wizard.Codes.First, wizard.Step));
    }

    [Fact]
    public async Task A_token_needs_its_serial_number_and_both_codes_at_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var wizard = await InStepTwoAsync(iam, MfaDeviceKind.Hardware);

        Assert.False(wizard.CheckCodes());

        Assert.Equal(HardwareTokenErrors.NoSerial.Message, wizard.SerialError);
        Assert.Equal(MfaDeviceErrors.Code1NotSixDigits.Message, wizard.Codes.FirstError);
        Assert.Equal(MfaDeviceErrors.Code2NotSixDigits.Message, wizard.Codes.SecondError);
    }

    private static async Task<AssignDeviceWizard> InStepTwoAsync(IamScenario iam, MfaDeviceKind kind)
    {
        var (_, root) = await iam.SignedInRootAsync();
        var wizard = new AssignDeviceWizard(iam.Clock) { DeviceName = "my-device" };
        wizard.Choose(kind);
        Assert.True(wizard.CheckSelection());
        wizard.Begin(await iam.BeginAsync(root, root.UserId, "my-device", kind));
        return wizard;
    }
}
