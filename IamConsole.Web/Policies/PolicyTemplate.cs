namespace IamConsole.Web.Policies;

/// <summary>What an editor begins with.</summary>
public static class PolicyTemplate
{
    /// <summary>A frame to fill in; it does not validate until it says something.</summary>
    public const string Empty = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "Statement1",
              "Effect": "Allow",
              "Action": [],
              "Resource": "*"
            }
          ]
        }
        """;
}
