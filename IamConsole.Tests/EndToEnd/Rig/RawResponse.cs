using System.Net;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>An answer, byte for byte.</summary>
public sealed record RawResponse(
    string Path, HttpStatusCode Status, string? Location, string Body, IReadOnlyList<string> SetCookies, IReadOnlyDictionary<string, string> Headers);
