using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IamConsole.Core.AuditTrail;

/// <summary>How checkpoints, extracts and records are written, and how strictly they are read.</summary>
internal static class AuditJson
{
    /// <summary>One line; what is read must be exactly what we write: no member unknown, missing or twice.</summary>
    public static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>For people: files and pages, never inside HTML unescaped.</summary>
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same on one line.</summary>
    public static readonly JsonSerializerOptions ReadableLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
