namespace IamConsole.Core.Attestation;

/// <summary>Ways to reach an authenticator, by its certificate (FIDO U2F Authenticator Transports Extension v1.2, section 3).</summary>
[Flags]
public enum CertificateTransports
{
    /// <summary>None is named.</summary>
    None = 0,

    /// <summary>Bluetooth Classic.</summary>
    Bluetooth = 1,

    /// <summary>Bluetooth Low Energy.</summary>
    BluetoothLowEnergy = 2,

    /// <summary>A USB plug.</summary>
    Usb = 4,

    /// <summary>Near field communication.</summary>
    Nfc = 8,

    /// <summary>Built in, on an inner USB.</summary>
    UsbInternal = 16,
}
