using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Operator;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>import-tokens beside a running server: what the file leaves open is said by options, as the page asks it.</summary>
public sealed class ImportCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_and_the_writing_of_keys_are_said_by_options_and_nothing_is_read_before()
    {
        await using var org = await Organisation.OpenAsync();
        var file = Path.Combine(org.Server.DataFolder, "order-18.csv");
        await File.WriteAllTextAsync(
            file, "Serial,Secret,Colour,Ziffern\nCMD-18,ABCDEF234567ABCDEF234567ABCDEF234567ABCD,red,8\n", Ct);

        Assert.Equal(1, await RunAsync(org, file));
        Assert.Equal(1, await RunAsync(org, file, "--column", "Ziffern=digits"));
        Assert.Equal(1, await RunAsync(org, file, "--column", "Ziffern=digits", "--column", "Colour="));
        Assert.NotEqual(0, await RunAsync(org, file, "--column", "Ziffern=nothing of ours"));
        Assert.NotEqual(0, await RunAsync(org, file, "--secrets", "octal"));
        Assert.Null(await DigitsAsync(org));

        Assert.Equal(0, await RunAsync(org, file, "--column", "Ziffern=digits", "--column", "Colour=", "--secrets", "hex"));
        Assert.Equal(8, await DigitsAsync(org));
    }

    private static Task<int> RunAsync(Organisation org, string file, params string[] options) =>
        OperatorCommands.RunAsync(["import-tokens", file, .. options, "--data", org.Server.DataFolder]);

    private static async Task<int?> DigitsAsync(Organisation org)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);
        return await db.HardwareTokens.Where(t => t.Serial == "CMD-18").Select(t => (int?)t.Digits).SingleOrDefaultAsync(Ct);
    }
}
