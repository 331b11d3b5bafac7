namespace IamConsole.Web.Sessions;

/// <summary>Marks what may wait on the server while a factor is asked for. A test looks that none of it is a secret.</summary>
public interface IKept;
