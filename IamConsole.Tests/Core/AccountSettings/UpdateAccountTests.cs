using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AccountSettings;

public sealed class UpdateAccountTests
{
    [Theory, BothDatabases]
    public async Task An_alias_is_set_changed_and_deleted_and_each_is_audited_with_before_and_after(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var update = iam.Get<UpdateAccount>();

        (await update.RunAsync(root.Caller, " Lumen Labs ", "lumen-labs", IamScenario.Ct)).Ok();
        (await iam.TypePasswordAsync(new Credentials("lumen-labs", "dave", null, dave.Password))).Ok();
        (await update.RunAsync(root.Caller, "Lumen Labs", "", IamScenario.Ct)).Ok();
        var unknown = await iam.TypePasswordAsync(new Credentials("lumen-labs", "dave", null, dave.Password));

        Assert.Equal(SignInErrors.AuthenticationFailed, unknown.Error);
        var changes = (await iam.TrailAsync()).Where(e => e.EventName is "PutAccountName" or "CreateAccountAlias" or "DeleteAccountAlias");
        Assert.Equal(
            [
                ("PutAccountName", """{"before":"Example 1","after":"Lumen Labs"}"""),
                ("CreateAccountAlias", """{"before":null,"after":"lumen-labs"}"""),
                ("DeleteAccountAlias", """{"before":"lumen-labs","after":null}"""),
            ],
            changes.Select(e => (e.EventName, e.Details!)));
    }

    [Theory, BothDatabases]
    public async Task A_taken_or_malformed_alias_and_an_empty_name_change_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (_, other) = await iam.SignedInRootAsync();
        var update = iam.Get<UpdateAccount>();
        (await update.RunAsync(other.Caller, "Other", "taken", IamScenario.Ct)).Ok();

        Assert.Equal(AccountErrors.AliasTaken, (await update.RunAsync(root.Caller, "New name", "taken", IamScenario.Ct)).Error);
        Assert.Equal(AccountErrors.InvalidAlias, (await update.RunAsync(root.Caller, "New name", "account-settings", IamScenario.Ct)).Error);
        Assert.Equal(AccountErrors.InvalidName, (await update.RunAsync(root.Caller, " ", null, IamScenario.Ct)).Error);
        Assert.Equal("Example 1", (await iam.Get<GetAccountSettings>().RunAsync(root.Caller, IamScenario.Ct)).Ok().Name);
    }

    [Theory, BothDatabases]
    public async Task Of_two_accounts_that_want_one_alias_together_one_gets_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var roots = new List<SignedIn>();
        for (var n = 0; n < 4; n++) roots.Add((await iam.SignedInRootAsync()).Root);

        var answers = await Simultaneously.RunAsync(4, n => iam.Get<UpdateAccount>().RunAsync(roots[n].Caller, "Same", "wanted", IamScenario.Ct));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(3, answers.Count(a => a.Error == AccountErrors.AliasTaken));
    }
}
