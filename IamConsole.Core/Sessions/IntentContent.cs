using System.Text.Json;

namespace IamConsole.Core.Sessions;

/// <summary>What a kept intent holds. Never a password, a code or a seed.</summary>
/// <param name="Path">The console's own page that it belongs to, with its query.</param>
/// <param name="Purpose">What for and for whom, as it follows "to": "remove the MFA device phone of alice".</param>
/// <param name="Leave">Where "Cancel" leads, a page of the console; null: back to <paramref name="Path"/> as it was.</param>
/// <param name="Parts">What was typed and chosen, by the name of the part of the page that knows what it means.</param>
public sealed record IntentContent(string Path, string Purpose, string? Leave, IReadOnlyDictionary<string, JsonElement> Parts);
