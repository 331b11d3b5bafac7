using System.Text;
using IamConsole.Core.Reports;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Reports;

/// <summary>The files, byte by byte.</summary>
public sealed class ReportFileTests
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active," +
        "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service," +
        "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service," +
        "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string NoKeys = "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    [Theory, BothDatabases]
    public async Task The_credential_report_has_the_originals_columns_order_words_and_form(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "robot", hasPassword: false, path: "/service/");
        await iam.UserAsync(account, root, "=a,b");
        var (_, otherRoot) = await iam.SignedInRootAsync();
        await iam.ReportAsync(otherRoot);

        var file = await iam.ReportAsync(root);

        Assert.Equal(string.Join('\n',
            Header,
            $"<root_account>,arn:aws:iam::{account.Id}:root,2026-03-02T08:00:05Z,not_supported,2026-03-02T08:00:05Z,not_supported,not_supported,false,{NoKeys}",
            $"\"=a,b\",\"arn:aws:iam::{account.Id}:user/=a,b\",2026-03-02T08:00:35Z,true,no_information,2026-03-02T08:00:35Z,N/A,false,{NoKeys}",
            $"alice,arn:aws:iam::{account.Id}:user/alice,2026-03-02T08:00:05Z,true,2026-03-02T08:00:05Z,2026-03-02T08:00:05Z,N/A,true,{NoKeys}",
            $"robot,arn:aws:iam::{account.Id}:user/service/robot,2026-03-02T08:00:35Z,false,N/A,N/A,N/A,false,{NoKeys}"), file);
        Assert.Equal(22, Header.Split(',').Length);
        var stored = (await iam.Get<GetCredentialReport>().RunAsync(root.Caller, ReportKind.Credential, IamScenario.Ct)).Ok();
        Assert.Equal((4, 1, "status_reports_2026-03-02T08-00-35.csv"), (stored.Rows, stored.FormulaNames, stored.FileName));
    }

    [Theory, BothDatabases]
    public async Task For_a_spreadsheet_only_names_that_are_formulas_get_an_apostrophe(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        foreach (var name in new[] { "=cmd", "+1", "-1", "@sum", "=a,b", "a=b", "a-b" }) await iam.UserAsync(account, root, name);

        var users = (await iam.ReportAsync(root, forSpreadsheet: true)).Split('\n').Skip(1).Select(row => row[..4]);

        Assert.Equal(["<roo", "'+1,", "'-1,", "\"'=a", "'=cm", "'@su", "a-b,", "a=b,"], users);
    }

    [Fact]
    public void The_apostrophe_is_set_wherever_a_file_is_cut_into_chunks()
    {
        var file = Encoding.UTF8.GetBytes("user,x\n\"=a,b\",1\n-c,-2\nd,\"=3\"\n");
        for (var cut = 0; cut <= file.Length; cut++)
        {
            var escape = new FormulaEscape();
            var text = Encoding.UTF8.GetString(escape.Apply(file[..cut]).Span) + Encoding.UTF8.GetString(escape.Apply(file[cut..]).Span);
            Assert.Equal("user,x\n\"'=a,b\",1\n'-c,-2\nd,\"=3\"\n", text);
        }
    }

    [Theory, BothDatabases]
    public async Task The_MFA_report_tells_kinds_phishing_resistance_single_device_risk_and_last_use(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.RegisterKeyAsync(root, alice.UserId, "alices-key", [1]);
        await iam.SignInAsync(alice);
        var bob = await iam.UserAsync(account, root, "-bob");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", await iam.TokenInStockAsync(account.Partition, "HT-1"), "bobs");
        await iam.UserAsync(account, root, "robot", hasPassword: false);

        var file = await iam.ReportAsync(root, ReportKind.Mfa);

        var arn = $"arn:aws:iam::{account.Id}:";
        Assert.Equal(string.Join('\n',
            "user,arn,console_access,mfa_required,devices,security_keys,virtual,hardware,phishing_resistant,single_device_risk,last_mfa_use,last_mfa_device_type,last_sign_in",
            $"<root_account>,{arn}root,true,true,0,0,0,0,false,false,N/A,N/A,2026-03-02T08:00:05Z",
            $"'-bob,{arn}user/-bob,true,false,1,0,0,1,false,true,no_information,N/A,no_information",
            $"alice,{arn}user/alice,true,false,2,1,1,0,true,false,2026-03-02T08:01:05Z,virtual,2026-03-02T08:01:05Z",
            $"robot,{arn}user/robot,false,false,0,0,0,0,false,false,N/A,N/A,N/A"), file);
    }

    [Theory, BothDatabases]
    public async Task The_accounts_policies_say_when_a_password_ends_and_of_whom_MFA_is_asked(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await iam.UserAsync(account, root, "robot", hasPassword: false);
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { Expires = true, ExpiresAfterDays = 90 });
        await iam.RequireMfaAsync(root, graceDays: 7);

        var credentials = (await iam.ReportAsync(root)).Split('\n');
        var mfa = (await iam.ReportAsync(root, ReportKind.Mfa)).Split('\n');

        Assert.Contains(",2026-03-02T08:00:05Z,2026-05-31T08:00:05Z,", credentials[2], StringComparison.Ordinal);
        Assert.EndsWith("user/alice,true,true", string.Join(',', mfa[2].Split(',')[..4]), StringComparison.Ordinal);
        Assert.EndsWith("user/robot,false,false", string.Join(',', mfa[3].Split(',')[..4]), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_several_sign_ins_within_five_minutes_the_first_is_reported(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.SignInAsync(alice);
        iam.Clock.Advance(TimeSpan.FromSeconds(299));
        await iam.SignInAsync(alice);
        Assert.Contains(",true,2026-03-02T08:00:05Z,", await iam.ReportAsync(root), StringComparison.Ordinal);
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        await iam.SignInAsync(alice);

        Assert.Contains(",true,2026-03-02T08:05:05Z,", await iam.ReportAsync(root), StringComparison.Ordinal);
    }
}
