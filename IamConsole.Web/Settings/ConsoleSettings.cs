using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Web.FidoMetadata;
using IamConsole.Web.Mail;

namespace IamConsole.Web.Settings;

/// <summary>Every setting, read and checked in one place before anything is touched.</summary>
/// <param name="Public">The address that people open; null: http://localhost with the server's port.</param>
/// <param name="Proxies">Proxies in front of the server.</param>
/// <param name="Postgres">Npgsql's connection string; null: SQLite in the data folder.</param>
/// <param name="Remarks">What an operator should know, though it stands in no way.</param>
public sealed record ConsoleSettings(PublicAddress? Public, KnownProxies Proxies, string? Postgres, IReadOnlyList<string> Remarks)
{
    private const string Certificate = "Kestrel:Certificates:Default:Path";

    /// <summary>Reads all.</summary>
    /// <exception cref="SettingsException">The mistakes, all of them.</exception>
    public static ConsoleSettings Read(IConfiguration configuration)
    {
        var faults = new List<string>(KnownSettings.Faults(configuration));
        var (address, fault) = PublicAddress.Parse(configuration["PublicUrl"]);
        if (fault is not null) faults.Add(fault);
        faults.AddRange(ServerAddresses.Faults(configuration["urls"]));
        var proxy = configuration.GetSection("Proxy:KnownAddresses");
        var proxies = KnownProxies.Parse(proxy.GetChildren().Select(c => c.Value).Prepend(proxy.Value), faults);
        var postgres = ReadPostgres(configuration.GetConnectionString("Postgres"), faults);
        faults.AddRange(SmtpFaults(configuration.GetSection(SmtpOptions.Section)));
        faults.AddRange(FidoMetadataFaults(configuration.GetSection(FidoMetadataOptions.Section)));
        if (configuration.GetSection(MfaOptions.Section).Get<MfaOptions>()?.Issuer is { } issuer && !MfaOptions.IsIssuer(issuer))
            faults.Add("Mfa:Issuer is 1 to 64 visible characters without a colon, also not written as %3A.");
        if (configuration[Certificate] is { Length: > 0 } certificate && !File.Exists(Path.Combine(AppContext.BaseDirectory, certificate))) faults.Add($"{Certificate} names no file.");
        return faults.Count > 0 ? throw new SettingsException(faults)
            : new ConsoleSettings(address, proxies, postgres, [.. KnownSettings.Remarks(configuration), .. Cautions(configuration, address, proxies)]);
    }

    private static string? ReadPostgres(string? text, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var read = PostgresAddress.Read(text.Trim());
        if (!read.Succeeded) faults.Add("ConnectionStrings:Postgres: " + read.Error.Message);
        return read.Succeeded ? read.Value : null;
    }

    private static IEnumerable<string> SmtpFaults(IConfigurationSection section)
    {
        if (section["Port"] is { Length: > 0 } port && !int.TryParse(port, out _)) return ["Smtp:Port is 1 to 65535."];
        if (section["Tls"] is { Length: > 0 } tls && !Enum.GetNames<SmtpTls>().Contains(tls.Trim(), StringComparer.OrdinalIgnoreCase))
            return [$"Smtp:Tls is one of {string.Join(", ", Enum.GetNames<SmtpTls>())}."];
        return section.Get<SmtpOptions>()?.Faults() ?? [];
    }

    private static IEnumerable<string> FidoMetadataFaults(IConfigurationSection section) =>
        section["Crl"] is { Length: > 0 } ? ["FidoMetadata:Crl is a list: FidoMetadata:Crl:0, FidoMetadata:Crl:1 and so on."]
        : section.Get<FidoMetadataOptions>()?.Faults() ?? [];

    private static IEnumerable<string> Cautions(IConfiguration configuration, PublicAddress? address, KnownProxies proxies)
    {
        if (address is { Scheme: "http", IsLocal: false })
            yield return $"PublicUrl is {address.Origin}, without HTTPS: browsers keep no cookies of the console there, and nobody can sign in. See docs/proxies.md.";
        if (address is { IsName: false, IsLocal: false })
            yield return $"PublicUrl is {address.Origin}, without a name: passkeys and security keys need a host name.";
        if (address is null && proxies.Any)
            yield return "Proxy:KnownAddresses is set and PublicUrl is not: only http://localhost is answered. Set PublicUrl to the address that people open.";
        if (string.IsNullOrWhiteSpace(configuration["Smtp:Host"]) && configuration.GetSection(SmtpOptions.Section).GetChildren().Any(c => !string.IsNullOrWhiteSpace(c.Value)))
            yield return "Smtp:Host is missing, though other settings of the mail server are there: notices wait on the page \"Notices\".";
    }
}
