using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>The payload of a BLOB: strict in what is needed, unknown fields are passed over, a bad entry is left out alone.</summary>
internal static class PayloadReader
{
    private const int MostEntries = 20_000;

    public static Result<MetadataBlob> Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || root.Number("no") is not { } number || number < 0
                || !root.TryDate("nextUpdate", out var date) || date is not { } nextUpdate
                || !root.TryGetProperty("entries", out var entries) || entries.ValueKind is not JsonValueKind.Array || entries.GetArrayLength() > MostEntries)
                return MetadataErrors.Payload;
            return ReadEntries(entries, number, nextUpdate);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Bytes that are no UTF-8, and halves of characters, are found out when a text is asked.
            return MetadataErrors.Payload;
        }
    }

    private static Result<MetadataBlob> ReadEntries(JsonElement array, long number, DateOnly nextUpdate)
    {
        var (entries, faults, taken, others) = (new List<MetadataEntry>(), new List<MetadataFault>(), new HashSet<string>(StringComparer.Ordinal), 0);
        var index = -1;
        foreach (var element in array.EnumerateArray())
        {
            index++;
            var reader = new EntryReader(element, index, faults);
            try
            {
                if (reader.IsOther) others++;
                else if (reader.Read() is { } entry && IsNew(entry, reader)) entries.Add(entry);
            }
            catch (InvalidOperationException)
            {
                faults.Add(new MetadataFault(index, "-", "It holds bytes that are no text."));
            }
        }

        return entries.Count == 0 ? MetadataErrors.NoEntries
            : new MetadataBlob(number, nextUpdate, entries, faults, others, RevocationCheck.None, "", "");

        // Which of two is right nobody can tell; the first stands.
        bool IsNew(MetadataEntry entry, EntryReader reader)
        {
            string[] keys = entry.Aaguid is null ? [.. entry.KeyIdentifiers] : [entry.Key];
            var isNew = !keys.Any(taken.Contains);
            if (isNew) taken.UnionWith(keys);
            else reader.Fault("Another entry has the same identifier.");
            return isNew;
        }
    }
}
