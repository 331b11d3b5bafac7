using System.Text.Json;
using System.Text.Json.Serialization;
using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>A list that the operator can edit: a JSON file in the data folder stands instead of the built-in one. Read at the start.</summary>
public static class OperatorFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The operator's list, or the built-in one where there is no such file.</summary>
    /// <exception cref="SettingsException">A file that is no such list: the start says so rather than use the other one.</exception>
    public static IReadOnlyList<T> Read<T>(DataFolder folder, string name, IReadOnlyList<T> builtIn, Func<T, bool> isGood)
    {
        var path = Path.Combine(folder.Path, name);
        if (!Path.Exists(path)) return builtIn;
        try
        {
            var list = JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path), Options) ?? [];
            return list.TrueForAll(item => item is not null && isGood(item))
                ? list
                : throw new SettingsException($"{path}: an entry has an empty or wrong value. See README, \"Lists that the operator can edit\".");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path} cannot be read: {error.Message}", error);
        }
    }
}
