using IamConsole.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace IamConsole.Tests.Web.Settings;

/// <summary>Settings as the program reads them.</summary>
internal static class SettingsReading
{
    public static ConsoleSettings Read(params (string Key, string? Value)[] settings) => ConsoleSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());

    public static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings)
    {
        try
        {
            Read(settings);
            return [];
        }
        catch (SettingsException refused)
        {
            return refused.Faults;
        }
    }
}
