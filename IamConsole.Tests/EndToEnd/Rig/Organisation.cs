using IamConsole.Core.Demo;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A server with the demonstration's organisation on it, and what everybody knows.</summary>
public sealed class Organisation : IAsyncDisposable
{
    private readonly DemoOrganisation _all;

    private Organisation(ConsoleServer server, DemoOrganisation all) => (Server, _all) = (server, all);

    public ConsoleServer Server { get; }

    public DemoAccount Lumen => _all.Accounts[0];

    public DemoAccount Federal => _all.Accounts[1];

    /// <summary>A hardware token of the commercial partition that nobody has.</summary>
    public DemoDevice FreeToken => _all.TokensInStock[0];

    /// <summary>A hardware token of GovCloud that nobody has.</summary>
    public DemoDevice GovToken => _all.TokensInStock.First(t => t.Partition == "aws-us-gov");

    public DemoPerson Root => Lumen.People.Single(p => p.IsRoot);

    /// <summary>An administrator with an authenticator app.</summary>
    public DemoPerson Maria => Person("maria.sousa");

    /// <summary>A user with an authenticator app.</summary>
    public DemoPerson Chen => Person("chen.yulan");

    /// <summary>A user with a hardware token.</summary>
    public DemoPerson Elias => Person("elias.weber");

    /// <summary>A user without MFA.</summary>
    public DemoPerson Amina => Person("amina.diallo");

    /// <summary>A user who must change the password.</summary>
    public DemoPerson Lucas => Person("lucas.moreau");

    /// <summary>On a server of its own, or on the one given; the organisation owns it.</summary>
    public static async Task<Organisation> OpenAsync(ConsoleServer? chosen = null)
    {
        var server = chosen ?? new ConsoleServer();
        var filled = await server.Get<FillDemo>().RunAsync(CancellationToken.None);
        return new Organisation(server, filled.Value!);
    }

    /// <summary>The same people at another server that has the same database.</summary>
    public Organisation At(ConsoleServer other) => new(other, _all);

    /// <summary>The first device of a person, in that person's hand.</summary>
    public Codes CodesOf(DemoPerson person) => new(Server.Clock, person.Devices[0].Secret);

    /// <summary>A device as it is stored, or null.</summary>
    public async Task<MfaDevice?> FindDeviceAsync(string name)
    {
        await using var db = await Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync();
        return await db.MfaDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Name == name);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private DemoPerson Person(string name) => Lumen.People.Single(p => p.Name == name);
}
