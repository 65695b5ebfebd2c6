using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>A server has shown a certificate that is not to be believed. The message says whose it is and what is wrong with it.</summary>
internal sealed class WrongCertificateException(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    : AuthenticationException(Words(certificate as X509Certificate2, chain, errors))
{
    private static string Words(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return "it showed no certificate.";

        var wrong = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            wrong.Add("it is for another name");

        var chained = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status) ?? X509ChainStatusFlags.NoError;
        if (chained.HasFlag(X509ChainStatusFlags.NotTimeValid))
            wrong.Add("by this machine's clock it is not valid now");

        if ((chained & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
            wrong.Add("nobody whom this machine trusts has vouched for it");

        if (chained.HasFlag(X509ChainStatusFlags.Revoked))
            wrong.Add("it was revoked");

        if (wrong.Count == 0)
            wrong.Add(chained == X509ChainStatusFlags.NoError ? errors.ToString() : chained.ToString());

        return string.Create(
            CultureInfo.InvariantCulture,
            $"its certificate is of {Names(certificate)}, issued by {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}; {string.Join("; ", wrong)}. Nothing was sent.");
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(others => others.EnumerateDnsNames()).Take(3).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }
}
