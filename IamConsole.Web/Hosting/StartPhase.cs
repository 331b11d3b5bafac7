namespace IamConsole.Web.Hosting;

/// <summary>Until the server is up, what goes wrong is told by <see cref="StartFailure"/> in a sentence, and not by the framework in a trace.</summary>
internal sealed class StartPhase
{
    /// <summary>Set when the server has started.</summary>
    public bool IsOver { get; set; }
}
