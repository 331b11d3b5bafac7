using IamConsole.Core;
using IamConsole.Core.Policies;

namespace IamConsole.Web.Policies;

/// <summary>The document that a form holds, and what was said when it was sent.</summary>
public sealed class PolicyForm
{
    public string Document { get; private set; } = PolicyTemplate.Empty;

    /// <summary>Why the last attempt failed.</summary>
    public Error? Error { get; set; }

    /// <summary>The refusal that belongs to a field, or null.</summary>
    public string? ErrorAt(string field) => Error?.MessageAt(field);

    /// <summary>
    /// A new text, typed or taken from elsewhere. What was said of an earlier one would contradict the findings below the
    /// editor, which follow the typing.
    /// </summary>
    public void Write(string document)
    {
        Document = document;
        Error = Error?.Without(PolicyErrors.DocumentField);
    }
}
