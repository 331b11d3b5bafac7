using System.Net;
using IamConsole.Core.AccountOpening;
using IamConsole.Core.Persistence;
using IamConsole.Web.AuditTrail;
using IamConsole.Web.Consignments;
using IamConsole.Web.FidoMetadata;
using IamConsole.Web.KeyProgram;
using IamConsole.Web.Mail;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Reports;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using IamConsole.Web.SignIn;
using Microsoft.AspNetCore.HttpOverrides;

namespace IamConsole.Web.Hosting;

/// <summary>The server: services, pipeline, start.</summary>
public static class ConsoleServer
{
    /// <summary>Runs until it is stopped.</summary>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,

            // The folder of the program, wherever it is started from; a test host names its own.
            ContentRootPath = args.Any(a => a.Contains("contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
        });
        var folder = AddServices(builder);
        await using var app = builder.Build();
        UsePipeline(app);
        using var serverLock = ServerLock.Take(folder);

        // When everything that writes has stopped: whoever waited for the stop may start the next server at once.
        app.Lifetime.ApplicationStopped.Register(serverLock.Dispose);
        await app.Services.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None);
        var setUpNeeded = await app.Services.GetRequiredService<OpenAccount>().IsNeededAsync(CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, setUpNeeded));
        await app.RunAsync();
    }

    private static DataFolder AddServices(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(ConsoleHost.DefaultUrl);

        // Outside Development the build output's assets are found by this; in a published folder it finds nothing to do.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        QuietLogging.Configure(builder.Logging);
        var folder = builder.AddConsole();
        var services = builder.Services;
        services.AddSingleton<SetupCode>().AddHostedService<JobService>().AddHostedService<DecisionLogService>();
        services.AddSessionAuthentication().AddPasskeys().AddShell().AddMail().AddAuditTrail().AddKeyProgram().AddFidoMetadata();
        services.AddAntiforgery(o =>
        {
            o.Cookie = new AlwaysSecureCookie
            {
                Name = ConsoleCookies.Antiforgery,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            };
            o.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<ForwardedHeadersOptions>(o => ReadProxies(o, builder.Configuration));
        return folder;
    }

    private static void UsePipeline(WebApplication app)
    {
        if (app.Configuration.GetSection(ProxySection).Exists()) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRelativeRedirects();
        app.UseExceptionHandler(ServiceUnavailable.Handler("/error"));
        app.UseStatusPages();

        // Behind the two that ask for another page instead: by default routing stands at the very beginning.
        app.UseRouting();
        app.UseOriginCheck();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapShell();
        app.MapSignIn();
        app.MapReports();
        app.MapAuditTrail();
        app.MapConsignments();
        app.MapFidoMetadata();
    }

    private const string ProxySection = "Proxy:KnownAddresses";

    private static void ReadProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in configuration.GetSection(ProxySection).Get<string[]>() ?? [])
            options.KnownProxies.Add(IPAddress.Parse(address));
    }

    private static void Announce(WebApplication app, bool setUpNeeded)
    {
        var url = app.Services.GetRequiredService<RelyingParty>().BaseUrl;
        Console.WriteLine($"IAM Console is ready: {url}/signin");
        if (setUpNeeded) Console.WriteLine($"No account yet. Set up once with this link: {url}/setup?code={app.Services.GetRequiredService<SetupCode>().Reveal()}");
    }
}
