using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PluginHost.Testing;

/// <summary>Certificates that nobody has vouched for.</summary>
internal static class SelfMade
{
    /// <param name="name">Whose it says it is: <c>localhost</c>, or another's.</param>
    /// <param name="from">Since when it is valid.</param>
    /// <param name="to">Until when.</param>
    public static X509Certificate2 Certificate(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(from, to);

        // Windows wants a key that it can find again.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
