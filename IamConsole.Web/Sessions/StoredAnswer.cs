namespace IamConsole.Web.Sessions;

/// <summary>An answer that can be given once more.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, cookies included.</param>
/// <param name="Body">Its page; empty when it leads elsewhere.</param>
/// <param name="CookiesAfter">The secrets that a browser has once it took the answer.</param>
internal sealed record StoredAnswer(int Status, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body, string CookiesAfter);
