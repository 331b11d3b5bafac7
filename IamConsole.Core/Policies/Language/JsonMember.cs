namespace IamConsole.Core.Policies.Language;

/// <summary>A member of a JSON object and where its name stands.</summary>
internal sealed record JsonMember(string Name, TextPosition At, JsonPart Value);
