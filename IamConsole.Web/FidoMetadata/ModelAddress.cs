namespace IamConsole.Web.FidoMetadata;

/// <summary>Where models of security keys are.</summary>
public static class ModelAddress
{
    /// <summary>The list.</summary>
    public const string List = "/security-key-models";

    /// <summary>In the query of <see cref="List"/>: several models side by side.</summary>
    public const string CompareKeys = "keys";

    /// <summary>A model's page.</summary>
    public static string Of(string modelKey) => $"{List}/{Uri.EscapeDataString(modelKey)}";

    /// <summary>Its icon. "~" begins no key.</summary>
    public static string Icon(string modelKey) => $"{List}/~/icons/{modelKey}";

    /// <summary>Models side by side.</summary>
    public static string Compare(IEnumerable<string> modelKeys) => $"{List}/~/compare?{CompareKeys}={string.Join(',', modelKeys)}";
}
