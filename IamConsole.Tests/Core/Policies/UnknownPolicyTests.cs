using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Policies;

/// <summary>An attachment to nothing, and a document that cannot be read: they deny, are seen, and can be taken away.</summary>
public sealed class UnknownPolicyTests
{
    private const string Readers = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";

    [Theory, BothDatabases]
    public async Task An_attachment_to_nothing_denies_its_user_and_its_groups_members_until_it_is_detached(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var arn = (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "Gone", null, Readers, IamScenario.Ct)).Ok();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "staff", IamScenario.Ct)).Ok();
        (await iam.Get<AttachGroupPolicy>().RunAsync(root.Caller, "staff", arn, IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "staff", admin.UserId, IamScenario.Ct)).Ok();
        Assert.True((await ListAsync(iam, admin)).Succeeded);
        await using (var db = await iam.OpenAsync()) await db.ManagedPolicies.ExecuteDeleteAsync(IamScenario.Ct);

        var refused = await ListAsync(iam, admin);

        Assert.Contains("with an explicit deny", refused.Error!.Message, StringComparison.Ordinal);
        var shown = (await iam.Get<GetGroup>().RunAsync(root.Caller, "staff", null, IamScenario.Ct)).Ok();
        Assert.Equal("Gone (unknown policy)", Assert.Single(shown.Policies).Name);
        (await iam.Get<DetachGroupPolicy>().RunAsync(root.Caller, "staff", arn, IamScenario.Ct)).Ok();
        Assert.True((await ListAsync(iam, admin)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_document_that_cannot_be_read_denies(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(admin.UserId), "inline", Readers, IamScenario.Ct)).Ok();
        await using (var db = await iam.OpenAsync())
            await db.InlinePolicies.ExecuteUpdateAsync(s => s.SetProperty(p => p.Document, "{"), IamScenario.Ct);

        Assert.Equal("AccessDenied", (await ListAsync(iam, admin)).Error?.Code);
        (await iam.Get<DeleteInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(admin.UserId), "inline", IamScenario.Ct)).Ok();
        Assert.True((await ListAsync(iam, admin)).Succeeded);
    }

    private static Task<IamConsole.Core.Result<UserPage>> ListAsync(IamScenario iam, SignedIn by) =>
        iam.Get<ListUsers>().RunAsync(by.Caller, new UserQuery(), IamScenario.Ct);
}
