namespace IamConsole.Web.Settings;

/// <summary>What an operator has to change before the program starts: one sentence for each mistake, all of them at once.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults, Exception? inner = null) : Exception(string.Join(Environment.NewLine, faults), inner)
{
    /// <summary>One mistake.</summary>
    public SettingsException(string fault, Exception? inner = null)
        : this([fault], inner)
    {
    }

    /// <summary>The sentences; each names its setting.</summary>
    public IReadOnlyList<string> Faults => faults;
}
