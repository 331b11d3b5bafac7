namespace IamConsole.Web.Settings;

/// <summary>The server's command line. The framework takes any name, and drops what it cannot place.</summary>
public static class ServerArguments
{
    // Settings of the framework that have a meaning here.
    private static readonly string[] Framework =
    [
        "environment", "contentRoot", "applicationName", "http_ports", "https_ports", "webroot", "shutdownTimeoutSeconds", "detailedErrors",
        "captureStartupErrors", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "suppressStatusMessages",
        "preferHostingUrls", "startupAssembly", "staticWebAssets", "AllowedHosts", "forwardedHeaders_enabled",
    ];

    private static readonly string[] FrameworkSections = ["Logging:", "Kestrel:", "hostBuilder:"];

    private static readonly string[] NeedValue = ["data", "urls", "PublicUrl"];

    /// <summary>What cannot be meant so.</summary>
    public static IReadOnlyList<string> Faults(string[] args)
    {
        var (faults, seen) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (args[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && args[i][0] is not ('-' or '/')) Check(args[i][..sign], args[i][(sign + 1)..]);
                else faults.Add($"{args[i]} is not understood. See --help.");
                continue;
            }

            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left[2..], right) : (args[i][2..], null);
            if (value is null && i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) value = args[++i];
            Check(name, value);
        }

        return faults;

        void Check(string name, string? value)
        {
            if (!IsKnown(name)) faults.Add(Unknown(name));
            else if (value is null || (value.Length is 0 && NeedValue.Contains(name, StringComparer.OrdinalIgnoreCase))) faults.Add($"--{name} needs a value.");
            else if (!seen.Add(name)) faults.Add($"--{name} is given twice.");
        }
    }

    private static bool IsKnown(string name) =>
        KnownSettings.Single.Concat(Framework).Contains(name, StringComparer.OrdinalIgnoreCase)
        || FrameworkSections.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase))

        // Their names are looked at with those of the environment.
        || KnownSettings.Sections.ContainsKey(name.Split(':')[0]);

    private static string Unknown(string name) =>
        $"--{name} is no option. {(Nearest.To(name, KnownSettings.All) is { } meant ? $"Did you mean --{meant}?" : "See --help and README, \"Configuration\".")}";
}
