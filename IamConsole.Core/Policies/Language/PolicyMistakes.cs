namespace IamConsole.Core.Policies.Language;

/// <summary>Every error of a policy's form; texts of the original's MalformedPolicyDocument where it has one.</summary>
internal static class PolicyMistakes
{
    public static PolicyFinding Syntax(string detail, TextPosition at) =>
        Refuse("JSON syntax error", "Syntax errors in policy. " + detail, at);

    public static PolicyFinding TooLong(int limit) =>
        Refuse("Policy size exceeds limit", $"Cannot exceed quota for PolicySize: {limit}", new TextPosition(1, 1, 0, 0));

    public static PolicyFinding NotAnObject(string what, TextPosition at) =>
        Refuse("Data type mismatch", $"Syntax errors in policy. {what} must be a JSON object.", at);

    public static PolicyFinding NotText(string element, TextPosition at) =>
        Refuse("Data type mismatch", $"Syntax errors in policy. The value of {element} must be text.", at);

    public static PolicyFinding Duplicate(string element, TextPosition at) =>
        Refuse("Duplicate element", $"Syntax errors in policy. {element} stands here twice; only one of them could count.", at);

    public static PolicyFinding UnknownElement(string element, TextPosition at) =>
        Refuse("Invalid policy element", $"Syntax errors in policy. The policy element {element} is not valid.", at);

    public static PolicyFinding InvalidVersion(TextPosition at) =>
        Refuse("Invalid version", "Policy document must be version 2012-10-17 or greater.", at);

    public static PolicyFinding MissingStatement(TextPosition at) =>
        Refuse("Missing statement", "Missing required field Statement", at);

    public static PolicyFinding MissingEffect(TextPosition at) => Refuse("Missing effect", "Missing required field Effect", at);

    public static PolicyFinding InvalidEffect(string effect, TextPosition at) =>
        Refuse("Invalid effect", $"Syntax errors in policy. The effect {effect} is not valid. Use Allow or Deny.", at);

    public static PolicyFinding MissingAction(TextPosition at) => Refuse("Missing action", "Policy statement must contain actions.", at);

    public static PolicyFinding MissingResource(TextPosition at) =>
        Refuse("Missing resource", "Policy statement must contain resources.", at);

    public static PolicyFinding Both(string one, string other, TextPosition at) =>
        Refuse("Unsupported element combination", $"Syntax errors in policy. Use {one} or {other}, not both.", at);

    public static PolicyFinding Principal(TextPosition at) =>
        Refuse("Unsupported principal", "Policy document should not specify a principal.", at);

    public static PolicyFinding InvalidSid(TextPosition at) => Refuse("Invalid Sid",
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*", at);

    public static PolicyFinding DuplicateSid(TextPosition at) =>
        Refuse("Unique Sids required", "Statement IDs (SID) in a single policy must be unique.", at);

    public static PolicyFinding InvalidAction(string action, TextPosition at) => Refuse("Invalid action", $"Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. Found: {action}", at);

    public static PolicyFinding InvalidResource(string resource, TextPosition at) =>
        Refuse("Invalid ARN prefix", $"Resource {resource} must be in ARN format or \"*\".", at);

    public static PolicyFinding InvalidVariable(string text, TextPosition at) =>
        Refuse("Invalid policy variable", $"Syntax errors in policy. The variable in {text} is not closed or has a wrong form.", at);

    public static PolicyFinding InvalidOperator(string name, TextPosition at) =>
        Refuse("Invalid condition operator", $"Invalid Condition type : {name}.", at);

    public static PolicyFinding InvalidKey(string key, TextPosition at) =>
        Refuse("Invalid condition key", $"Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. Found: {key}", at);

    public static PolicyFinding MissingValue(TextPosition at) =>
        Refuse("Missing condition value", "Syntax errors in policy. A condition key needs at least one value.", at);

    public static PolicyFinding InvalidValue(ConditionForm form, string value, TextPosition at) =>
        Refuse("Invalid value", $"The value {value} is not valid here: {Expected(form)}.", at);

    private static PolicyFinding Refuse(string check, string message, TextPosition at) => new(FindingKind.Error, check, message, at);

    private static string Expected(ConditionForm form) => form switch
    {
        ConditionForm.Number => "a decimal number is expected",
        ConditionForm.Date => "a date in ISO 8601 or seconds since 1970 are expected",
        ConditionForm.Truth or ConditionForm.Presence => "true or false is expected",
        ConditionForm.Binary => "Base64 is expected",
        ConditionForm.Address => "an IP address or CIDR range is expected",
        ConditionForm.Arn => "an ARN with six parts is expected",
        _ => "text is expected",
    };
}
