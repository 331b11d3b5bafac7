using IamConsole.Core.FidoMetadata;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Kinds of change in words.</summary>
public static class ModelChanges
{
    /// <summary>"3 new", "1 compromised".</summary>
    public static string Noun(ModelChangeKind kind) => kind switch
    {
        ModelChangeKind.Compromised => "compromised",
        ModelChangeKind.StatusChanged => "status changed",
        ModelChangeKind.Removed => "removed",
        ModelChangeKind.Added => "new",
        ModelChangeKind.Changed => "changed",
    };
}
