namespace Gera.Hub.People;

/// <summary>Whose page it is, for pages that show a person their own things: read anew from the log-in, as the door does.</summary>
public sealed class Me(Register register)
{
    /// <summary>Null for strangers and for log-ins that have ended.</summary>
    public async Task<Guid?> Of(HttpContext http) => (await register.Who(http.ToCaller(), http.RequestAborted)).Id;

    /// <summary>Where strangers are sent, and from there back.</summary>
    public static string LogIn(HttpContext http) => "/anmelden?ziel=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
}
