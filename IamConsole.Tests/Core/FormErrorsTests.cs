using IamConsole.Core;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.Consignments;
using IamConsole.Core.Groups;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core;

/// <summary>A form is mended once, not field by field: everything that is wrong is said together, each at its field.</summary>
public sealed class FormErrorsTests
{
    [Fact]
    public async Task Every_form_says_everything_that_is_wrong_at_once()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");

        Is(["Name", "Alias"], (await iam.Get<UpdateAccount>().RunAsync(root.Caller, " ", "A--", IamScenario.Ct)).Error);
        Is([UserErrors.NameField, UserErrors.PathField, UserErrors.EmailField, UserErrors.PasswordField],
            (await iam.Get<CreateUser>().RunAsync(root.Caller, new NewUser("a b", "x", "short", false, [], "nobody"), IamScenario.Ct)).Error);
        Is([PolicyErrors.NameField, PolicyErrors.DescriptionField, PolicyErrors.DocumentField],
            (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "a b", new string('x', 1001), "{", IamScenario.Ct)).Error);
        Is([PolicyErrors.NameField, PolicyErrors.DocumentField],
            (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(alice.UserId), "a b", "{", IamScenario.Ct)).Error);
        Is([AccountSettingsErrors.LengthField, AccountSettingsErrors.DaysField, AccountSettingsErrors.RememberedField],
            (await iam.Get<UpdatePasswordPolicy>().RunAsync(
                root.Caller, new WantedPasswordPolicy(true, 7, false, false, false, false, true, 0, false, true, true, 25), IamScenario.Ct)).Error);
        Is([AccountSettingsErrors.GraceField, AccountSettingsErrors.KindsField],
            (await iam.Get<UpdateMfaPolicy>().RunAsync(root.Caller, new WantedMfaPolicy(true, null, []), IamScenario.Ct)).Error);
        Is([UserErrors.OldPasswordField, UserErrors.PasswordField, UserErrors.ConfirmField],
            (await iam.Get<ChangePassword>().RunAsync(root.Caller, root.UserId, "wrong password", "short", IamScenario.Ct, repeated: false)).Error);
        Is([UserErrors.PasswordField, UserErrors.ConfirmField],
            (await iam.Get<ChangePassword>().RunAsync(root.Caller, root.UserId, IamScenario.Password, "short", IamScenario.Ct, repeated: false)).Error);
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "admins", IamScenario.Ct)).Ok();
        var noModel = new SecurityKeyRule { ModelChoice = ModelChoice.Only };
        Is(["Models", "Models of admins"], (await iam.Get<UpdateSecurityKeyPolicy>().RunAsync(root.Caller, new WantedSecurityKeyPolicy(
            new SecurityKeyPolicy { Rule = noModel, Groups = [new GroupKeyRule("admins", noModel)] }), IamScenario.Ct)).Error);
        Is([ConsignmentErrors.VendorField, ConsignmentErrors.BatchField], new ConsignmentWish("file", new string('b', 129), "a\nb", null).Check());
        Is(["Name", "AccountId", "Alias", "Partition", "Country", "RootEmail", "AdministratorName", UserErrors.PasswordField],
            (await iam.Get<OpenAccount>().RunAsync(
                new NewAccount("", "A--", "nowhere", "XX", "nobody", "short", "a b", "12"), IamScenario.Client, onlyIfFirst: false, IamScenario.Ct)).Error);
    }

    [Fact]
    public void What_was_mended_goes_and_the_rest_stays()
    {
        var (first, second) = (new Error("ValidationError", "one", "One"), new Error("ValidationError", "two", "Two"));
        var both = Error.All(first, null, second)!;

        Assert.Equal(("one", "two", null), (both.MessageAt("One"), both.MessageAt("Two"), both.MessageAt("Three")));
        Assert.Equal(second, both.Without("One"));
        Assert.Equal(first, both.Without("Two"));
        Assert.Null(both.Without("One")!.Without("Two"));
        Assert.Equal(second, both.Without(first.At("elsewhere")));
        Assert.Null(Error.All(null, null));
        Assert.Equal(first, Error.All(null, first));
    }

    [Theory]
    [InlineData("IAM Console", true)]
    [InlineData("Lumen Labs 100%", true)]
    [InlineData("Lumen: Labs", false)]
    [InlineData("Lumen%3A Labs", false)]
    [InlineData("Lumen%3a Labs", false)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("Lumen\nLabs", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    public void An_issuer_that_apps_would_misread_is_none(string issuer, bool good) => Assert.Equal(good, MfaOptions.IsIssuer(issuer));

    private static void Is(string[] fields, Error? error) =>
        Assert.Equal(fields, error is null ? [] : new[] { error.Field }.Concat(error.Others.Select(other => other.Field)));
}
