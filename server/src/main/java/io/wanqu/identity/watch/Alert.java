package io.wanqu.identity.watch;

import java.util.Locale;

/** What the owner of an account should know of, in the words of the message he gets. */
public enum Alert {

    NEW_DEVICE("新设备登录", "New device", "您的账号在一台新设备上登录。", "Somebody has logged in to your account from a new device."),
    NEW_NETWORK("新网络登录", "New network", "您的账号从新的网络登录。", "Somebody has logged in to your account from a new network."),
    PASSWORD_CHANGED("密码已更改", "Password changed", "您的账号密码已更改，其他设备已退出。", "The password of your account was changed; other devices were signed out."),
    CONTACT_CHANGED("联系方式已更改", "Address changed", "您的账号联系方式已更改。", "The mail address or phone number of your account was changed."),
    SECOND_FACTOR_ON("两步验证已开启", "Second factor on", "您的账号已开启两步验证。", "A second factor now protects your account."),
    SECOND_FACTOR_OFF("两步验证已关闭", "Second factor off", "您的账号已关闭两步验证。", "Your account has no second factor any more."),
    RECOVERY_CODE_USED("恢复码已使用", "Recovery code used", "有人使用恢复码登录了您的账号。", "Somebody has logged in to your account with a recovery code."),
    RECOVERY_CODES_DRAWN("恢复码已更新", "New recovery codes", "您的账号恢复码已更新，旧的不再有效。", "Your account has new recovery codes; the old ones are over."),
    PASSKEY_ADDED("通行密钥已添加", "Passkey added", "您的账号添加了一个通行密钥。", "A passkey was added to your account."),
    PASSKEY_REMOVED("通行密钥已移除", "Passkey removed", "您的账号移除了一个通行密钥。", "A passkey was removed from your account."),
    APP_ALLOWED("应用已授权", "App allowed", "您允许了一个合作应用访问您的店铺。", "You have let a partner's app into your shop.");

    private final String titleChinese;
    private final String title;
    private final String words;

    Alert(String titleChinese, String title, String chinese, String english) {
        this.titleChinese = titleChinese;
        this.title = title;
        this.words = chinese + "如果不是您本人，请立即修改密码并在「登录设备」中退出其他设备。" + english
                + " If it was not you, change your password at once and sign the other devices out.";
    }

    String subject() {
        return titleChinese + " · " + title;
    }

    String words() {
        return words;
    }

    /** As it is stored and told: {@code new-device}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
